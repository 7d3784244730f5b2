// The least that any server has to do: parse the activity, write the card.
const { readReply, serve } = require("./serve.cjs");

const reply = readReply();
serve((_request, response) => response.status(200).send(reply).end());
