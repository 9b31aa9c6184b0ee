package org.gongzhi.server.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One program at a time in a data directory (目录锁). The operating system frees it when the program dies. */
final class DirectoryLock implements AutoCloseable {
    // Static because the operating system's lock is one for the whole process: a second channel on the same file, when
    // closed, would give up the first one's lock.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private DirectoryLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Takes the lock, or refuses with the number of the process that has it. */
    static DirectoryLock take(Folders folders) throws IOException {
        Path file = folders.lock();
        if (!HELD.add(file)) {
            throw taken(folders, String.valueOf(ProcessHandle.current().pid()));
        }
        boolean kept = false;
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                FileLock lock = channel.tryLock();
                if (lock == null) {
                    throw taken(folders, Files.readString(file).strip());
                }
                channel.truncate(0);
                channel.write(
                        ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
                kept = true;
                return new DirectoryLock(file, channel);
            } finally {
                if (!kept) {
                    channel.close();
                }
            }
        } finally {
            if (!kept) {
                HELD.remove(file);
            }
        }
    }

    /** Whether no program holds the directory; asks without taking it. */
    static boolean isFree(Folders folders) throws IOException {
        Path file = folders.lock();
        if (HELD.contains(file) || !Files.exists(file)) {
            return !HELD.contains(file);
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            HELD.remove(file);
        }
    }

    private static StoreUnavailable taken(Folders folders, String process) {
        return Trouble.refused(
                null,
                "数据目录 %1$s 正被另一个共治程序使用(进程 %2$s)。请先停掉它,或用 --data 另指定一个目录。",
                "The data directory %1$s is in use by another Gongzhi (process %2$s). Stop that one first, or name another"
                        + " directory with --data.",
                folders.root(),
                process);
    }
}
