const BLUESKY = /^at:\/\/([^/]+)\/[^/]+\/([^/]+)$/;

/** Address of the original post. */
export function postLink({ id, uri }) {
  const [, account, key] = BLUESKY.exec(uri ?? '') ?? [];
  if (account) return `https://bsky.app/profile/${encodeURIComponent(account)}/post/${encodeURIComponent(key)}`;
  return uri?.startsWith('https://') ? uri : `https://x.com/i/status/${encodeURIComponent(id)}`;
}

/** Address of an account: Bluesky's names are DIDs, Mastodon's have a server. */
export function accountLink(username) {
  if (username.startsWith('did:')) return `https://bsky.app/profile/${encodeURIComponent(username)}`;
  const [name, server] = username.split('@');
  return server
    ? `https://${encodeURIComponent(server)}/@${encodeURIComponent(name)}`
    : `https://x.com/${encodeURIComponent(name)}`;
}
