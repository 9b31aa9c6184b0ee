package org.gongzhi.server.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import org.gongzhi.exact.Text;

/**
 * The installation's master key and the keys derived from it (密钥). Who loses the file loses every sealed field; it is
 * kept beside the data with the rights of its owner only, and belongs into another safe than the backups.
 */
public final class Keys {
    private static final int BYTES = 32;

    private final SecretKey root;

    private Keys(byte[] master) throws GeneralSecurityException {
        HKDFParameterSpec extract = HKDFParameterSpec.ofExtract().addIKM(master).extractOnly();
        this.root = KDF.getInstance("HKDF-SHA256").deriveKey("Generic", extract);
    }

    /**
     * The key of a data directory, made on the first call.
     *
     * @throws StoreUnavailable if the file can neither be read nor made
     */
    public static Keys of(Path file) {
        try {
            return new Keys(Files.exists(file) ? read(file) : make(file));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException cause) {
            throw new StoreUnavailable(
                    Text.of(
                            "密钥文件 %s 无法使用。请从保管处恢复该文件；没有它，已加密的联系方式无法读取。",
                            "The key file %s cannot be used. Restore it from where it is kept; without it sealed contacts cannot be read.",
                            file),
                    cause);
        }
    }

    /** A key for one purpose; the same purpose always gives the same key. */
    public SecretKey derive(String purpose, String algorithm) {
        try {
            HKDFParameterSpec expand =
                    HKDFParameterSpec.expandOnly(root, purpose.getBytes(StandardCharsets.UTF_8), BYTES);
            return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, expand);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HKDF-SHA256 for " + purpose, impossible);
        }
    }

    private static byte[] read(Path file) throws IOException {
        byte[] master = HexFormat.of().parseHex(Files.readString(file).strip());
        if (master.length != BYTES) {
            throw new IllegalArgumentException("%d bytes instead of %d".formatted(master.length, BYTES));
        }
        return master;
    }

    private static byte[] make(Path file) throws IOException {
        byte[] master = new byte[BYTES];
        new SecureRandom().nextBytes(master);
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("no folder for " + file);
        }
        Files.createDirectories(folder);
        // Written beside and moved into place: a key is there whole or not at all.
        Path half = Files.createTempFile(folder, "key", ".new");
        if (Files.getFileStore(half).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rw-------"));
        }
        Files.writeString(half, HexFormat.of().formatHex(master) + "\n");
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        return master;
    }
}
