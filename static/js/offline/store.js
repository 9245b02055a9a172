// @ts-check
/** Keeps larger things in this browser: what a person may press soon, and sessions that run. */

const NAME = "backbeat";
const VERSION = 1;

/** @typedef {"packs"|"runs"} Kind */

/** @returns {Promise<IDBDatabase>} */
function open() {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(NAME, VERSION);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore("packs", { keyPath: "person" });
      asked.result.createObjectStore("runs", { keyPath: "session" });
    };
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}

/**
 * @param {Kind} kind
 * @param {IDBTransactionMode} mode
 * @param {(rows: IDBObjectStore) => IDBRequest} work
 * @returns {Promise<any>} what the work gave, once it is on the disk
 */
async function within(kind, mode, work) {
  const database = await open();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(kind, mode, { durability: "strict" });
      const asked = work(transaction.objectStore(kind));
      transaction.oncomplete = () => resolve(asked.result);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

/** @param {Kind} kind @param {object} row */
export const put = (kind, row) => within(kind, "readwrite", (rows) => rows.put(row));

/** @param {Kind} kind @returns {Promise<any[]>} */
export const all = (kind) => within(kind, "readonly", (rows) => rows.getAll());

/** @param {Kind} kind @param {IDBValidKey} key */
export const remove = (kind, key) => within(kind, "readwrite", (rows) => rows.delete(key));
