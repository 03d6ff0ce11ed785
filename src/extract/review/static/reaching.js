// One request to the page's server.

/** What scripts send along, and no other page can know. */
const csrf = document.querySelector("meta[name=csrf]").content;

/** What the server answers, {status, type, text}; null where it cannot be reached. */
export async function reach(url, options = {}) {
  try {
    const response = await fetch(url, options);
    const status = response.redirected ? 401 : response.status; // only to sign in is anybody led elsewhere
    return { status, type: response.headers.get("content-type") ?? "", text: await response.text() };
  } catch (error) {
    if (error instanceof TypeError) return null; // which fetch throws where there is no server
    throw error;
  }
}

/** Sends JSON, and leads whoever is no longer signed in to do so; what `reach` tells. It outlives the page. */
export async function post(url, body, headers = {}) {
  const sent = { "content-type": "application/json", "x-csrf-token": csrf, ...headers };
  const answer = await reach(url, { method: "POST", headers: sent, body: JSON.stringify(body), keepalive: true });
  if (answer?.status === 401) location.assign(signInPath());
  return answer;
}

/** Where who is no longer signed in does so, and comes back from. */
function signInPath() {
  return `/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`;
}
