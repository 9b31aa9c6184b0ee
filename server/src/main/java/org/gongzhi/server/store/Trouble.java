package org.gongzhi.server.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.gongzhi.exact.Text;
import org.jspecify.annotations.Nullable;

/** The sentences for what can go wrong with the database's files and processes (故障). */
final class Trouble {
    /** Below this many bytes left, a failed write is taken for a full disk whatever language the system speaks. */
    private static final long NOTHING_LEFT = 1L << 20;

    private Trouble() {}

    static boolean saysFull(@Nullable String message) {
        return message != null
                && Stream.of("No space left", "quota exceeded", "设备上没有空间", "超出磁盘限额")
                        .anyMatch(message::contains);
    }

    /** A failed read or write beneath {@code root}, told by its cause. */
    static StoreUnavailable file(Path root, IOException cause) {
        if (saysFull(cause.getMessage()) || hasNothingLeft(root)) {
            return full(root, cause);
        }
        String where = cause instanceof FileSystemException named && named.getFile() != null
                ? named.getFile()
                : root.toString();
        if (cause instanceof AccessDeniedException || saysReadOnly(cause.getMessage()) || !Files.isWritable(root)) {
            return refused(
                    cause,
                    "无法写入 %1$s:没有权限,或该处只读。请用有权限的用户启动,或用 --data 另指定一个目录。",
                    "%1$s can't be written: no permission, or it is read-only. Start as a user who may write there, or name"
                            + " another directory with --data.",
                    where);
        }
        return refused(
                cause,
                "读写 %1$s 时出错:%2$s。请检查该目录所在的磁盘,然后重新启动。",
                "Reading or writing %1$s failed: %2$s. Check the disk it lies on, then start again.",
                where,
                String.valueOf(cause.getMessage()));
    }

    static StoreUnavailable full(Path root, @Nullable Throwable cause) {
        return refused(
                cause,
                "%1$s 所在的磁盘已满。未留下做了一半的文件。请腾出空间(首次启动约需 300 MB),然后重新启动,或用 --data 另指定一个目录。",
                "The disk that holds %1$s is full. Nothing half-done was left. Free some space (a first start takes about"
                        + " 300 MB) and start again, or name another directory with --data.",
                root);
    }

    static StoreUnavailable portTaken(int port) {
        return refused(
                null,
                "数据库要用的端口 127.0.0.1:%1$s 已被别的程序占用。请停掉那个程序,或换一个端口。",
                "The port for the database, 127.0.0.1:%1$s, is taken by another program. Stop that program or name another"
                        + " port.",
                port);
    }

    static StoreUnavailable refused(@Nullable Throwable cause, String zh, String en, Object... arguments) {
        return new StoreUnavailable(Text.of(zh, en, arguments), cause);
    }

    private static boolean saysReadOnly(@Nullable String message) {
        return message != null && (message.contains("Read-only") || message.contains("只读"));
    }

    private static boolean hasNothingLeft(Path root) {
        try {
            return Files.exists(root) && Files.getFileStore(root).getUsableSpace() < NOTHING_LEFT;
        } catch (IOException unknown) {
            return false;
        }
    }
}
