import type { Request, RequestHandler, Response } from "express";

/** A handler that takes time. Its errors go to the router's error handler. */
export function handleAsync(
  work: (req: Request<Record<string, string>>, res: Response) => Promise<void>,
): RequestHandler<Record<string, string>> {
  return (req, res, next) => {
    work(req, res).catch(next);
  };
}
