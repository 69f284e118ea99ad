const IS_FILE = /\.(?:ts|tsx|mjs|py|md)$/;

/** What is named as code in a text and reads as a path of this repository: a file, or a folder with its slash. */
export function pathsNamedIn(markdown: string): string[] {
  const code = [...markdown.matchAll(/`([^`]+)`/g)].flatMap(([, words = '']) => words.split(/\s*,\s*/));
  const paths = code.filter((word) => /^[\w*@.-]+(?:\/[\w*@.-]+)*\/?$/.test(word));
  const links = [...markdown.matchAll(/\]\(([^)#:]+\.md)\)/g)].map(([, link = '']) => link);
  return [...new Set([...paths.filter((path) => IS_FILE.test(path) || path.endsWith('/')), ...links])];
}

/** Those of the paths that are nothing in the tree. A path may leave out its beginning, and name many by a star. */
export function pathsThatAreNothing(paths: readonly string[], files: readonly string[]): string[] {
  return paths.filter((path) => {
    const end = path.endsWith('/') ? '' : '$';
    const pattern = path
      .split('*')
      .map((part) => part.replaceAll('.', String.raw`\.`))
      .join('[^/]*');
    const named = new RegExp(`(?:^|/)${pattern}${end}`);
    return !files.some((file) => named.test(file));
  });
}
