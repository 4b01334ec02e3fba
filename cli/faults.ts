import type { Bilingual } from '../forms/index.ts';

/** A file or folder that could not be used, and why. */
export interface FileFault {
  readonly path: string;
  readonly message: Bilingual;
}

/** What the system said about a path, in the user's words. Errors that are not the system's are ours and go on. */
export function faultOf(path: string, error: unknown): FileFault {
  const code = codeOf(error);
  if (code === undefined) throw error;
  return { path, message: REASONS[code] ?? { zh: `无法使用（${code}）`, en: `cannot be used (${code})` } };
}

/** The system's code of an error (`ENOENT`), if it is the system's. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  return 'syscall' in error || error.code === 'ERR_INVALID_ARG_VALUE' ? error.code : undefined;
}

const PERMISSION: Bilingual = { zh: '没有权限', en: 'permission denied' };

const OPEN: Bilingual = { zh: '打开的文件太多', en: 'too many open files' };

const REASONS: Readonly<Record<string, Bilingual>> = {
  ENOENT: { zh: '文件不存在', en: 'no such file' },
  EACCES: PERMISSION,
  EPERM: PERMISSION,
  EISDIR: { zh: '是文件夹，不是文件', en: 'is a folder, not a file' },
  ENOTDIR: { zh: '路径中有一段不是文件夹', en: 'a part of the path is not a folder' },
  ELOOP: { zh: '符号链接循环', en: 'symbolic links go round in a circle' },
  ENAMETOOLONG: { zh: '路径太长', en: 'the path is too long' },
  EMFILE: OPEN,
  ENFILE: OPEN,
  ENOSPC: { zh: '磁盘已满', en: 'the disk is full' },
  EROFS: { zh: '所在磁盘只读', en: 'the disk is read-only' },
  EBUSY: { zh: '文件正被占用', en: 'the file is in use' },
  EIO: { zh: '读写出错', en: 'input/output error' },
  ERR_INVALID_ARG_VALUE: { zh: '路径无效', en: 'invalid path' },
};
