import { renderNotice, renderPage, toPagePolicy, type Notice } from "./page-frame";

/** A few words to somebody who has a browser and perhaps nothing else of ours. */
export interface NoticePage extends Notice {
  /** BCP 47. */
  language: string;
}

export const NOTICE_PAGE_POLICY = toPagePolicy();

export function renderNoticePage({ language, ...notice }: NoticePage): string {
  const body = `<body>
<main>
<p class="brand">Rendezvous</p>
${renderNotice(notice)}
</main>
</body>`;
  return renderPage({ language, title: notice.title, body });
}
