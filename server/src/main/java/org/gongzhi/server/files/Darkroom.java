package org.gongzhi.server.files;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.gongzhi.exact.Text;
import org.gongzhi.server.frame.Said;
import org.springframework.stereotype.Component;

/** Makes a new picture from a file that a stranger sent (图片重制): no metadata, no trailing bytes, upright, scaled. */
@Component
public class Darkroom {
    private static final int LONGEST_SIDE = 1600;
    private static final long MOST_PIXELS = 60_000_000;

    /** A large photograph takes a quarter of a gigabyte while it is made: one at a time. */
    private final Semaphore light = new Semaphore(1);

    /** What came of it: a picture, or a sentence for the one who sent the file. */
    public sealed interface Developed {
        record Made(Picture picture) implements Developed {}

        record Refused(Text why) implements Developed {}
    }

    /** Makes a picture from JPEG, PNG, GIF or BMP bytes. */
    public Developed develop(byte[] sent) {
        light.acquireUninterruptibly();
        try {
            return drawn(sent);
        } catch (IOException | RuntimeException broken) {
            return refused();
        } finally {
            light.release();
        }
    }

    private static Developed drawn(byte[] sent) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(sent))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return refused();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                if (pixels > MOST_PIXELS) {
                    return new Developed.Refused(
                            Said.of("fault.photo-too-large", pixels / 1_000_000, MOST_PIXELS / 1_000_000));
                }
                var parameters = reader.getDefaultReadParam();
                int longest = Math.max(reader.getWidth(0), reader.getHeight(0));
                int step = Math.max(1, longest / (2 * LONGEST_SIDE));
                parameters.setSourceSubsampling(step, step, 0, 0);
                return new Developed.Made(print(reader.read(0, parameters), orientation(sent)));
            } finally {
                reader.dispose();
            }
        }
    }

    private static Picture print(BufferedImage image, int orientation) throws IOException {
        double scale = Math.min(1.0, (double) LONGEST_SIDE / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        boolean lies = orientation >= 5;
        BufferedImage paper =
                new BufferedImage(lies ? height : width, lies ? width : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = paper.createGraphics();
        try {
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, paper.getWidth(), paper.getHeight());
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            AffineTransform turn = upright(orientation, width, height);
            turn.scale((double) width / image.getWidth(), (double) height / image.getHeight());
            pen.drawImage(image, turn, null);
        } finally {
            pen.dispose();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!ImageIO.write(paper, "jpeg", out)) {
            throw new IOException("no JPEG writer");
        }
        return new Picture(paper.getWidth(), paper.getHeight(), out.toByteArray());
    }

    /** How a picture is turned upright; the eight cases are those of the EXIF standard. */
    private static AffineTransform upright(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static int orientation(byte[] sent) {
        try {
            var directory = ImageMetadataReader.readMetadata(new ByteArrayInputStream(sent))
                    .getFirstDirectoryOfType(ExifIFD0Directory.class);
            return directory != null && directory.containsTag(ExifIFD0Directory.TAG_ORIENTATION)
                    ? directory.getInt(ExifIFD0Directory.TAG_ORIENTATION)
                    : 1;
        } catch (ImageProcessingException | MetadataException | IOException unknown) {
            return 1; // a picture without readable metadata stands as it is
        }
    }

    private static Developed refused() {
        return new Developed.Refused(Said.of("fault.photo-unreadable"));
    }
}
