// One request to the page's server.

/** What scripts send along, and no other page can know. */
export const csrf = document.querySelector("meta[name=csrf]").content;

/** What the server answers, {status, type, text}; null where it cannot be reached. */
export async function reach(url, options = {}) {
  try {
    const response = await fetch(url, options);
    return { status: response.status, type: response.headers.get("content-type") ?? "", text: await response.text() };
  } catch (error) {
    if (error instanceof TypeError) return null; // which fetch throws where there is no server
    throw error;
  }
}

/** Where who is no longer signed in does so, and comes back from. */
export function signInPath() {
  return `/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`;
}
