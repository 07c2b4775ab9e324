// Keeps the text, the settings and the pins in this browser's localStorage, so that a reload loses
// nothing. A browser that refuses (full, forbidden) costs only that: the page goes on without.

const prefix = "promptsieve.";

export interface Store {
	read(key: string): string | null;
	/** Whether the value is stored now. A value that does not fit is removed, so that no older one comes back. */
	write(key: string, value: string): boolean;
}

export function createStore(storage: () => Storage): Store {
	return {
		read(key) {
			try {
				return storage().getItem(prefix + key);
			} catch {
				return null;
			}
		},
		write(key, value) {
			try {
				storage().setItem(prefix + key, value);
				return true;
			} catch {
				try {
					storage().removeItem(prefix + key);
				} catch {
					// Storage is forbidden altogether: there is nothing to remove either.
				}
				return false;
			}
		},
	};
}
