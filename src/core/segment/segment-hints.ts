// What the characters of a token hint at, so that most of what is looked for in it need not be.

export const hint = { space: 1, colon: 2, at: 4, path: 8, digit: 16, mark: 32 } as const;
