package nl.klimrek.servicekit.tabular;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import nl.klimrek.servicekit.tabular.file.FileRefusal;

/**
 * Looks at a workbook before it is read: how large its parts are when unpacked, and how wide its rows. A workbook that
 * unpacks to more than a bound, or names a column that no spreadsheet has, is refused with {@code xlsx-too-large}.
 */
final class XlsxLimits {

    /** Most columns a sheet can have (ECMA-376, and Excel itself). */
    static final int MAX_COLUMNS = 16_384;

    private static final int MAX_PARTS = 2_000;
    private static final long MAX_PART = 1L << 30;
    /** Texts and styles are held in memory. */
    private static final long MAX_HELD = 64L << 20;

    private static final int BUFFER = 64 * 1024;

    private XlsxLimits() {}

    static void check(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MAX_PARTS) {
                throw tooLarge();
            }
            for (ZipEntry part : Collections.list(zip.entries())) {
                boolean sheet = part.getName().startsWith("xl/worksheets/")
                        && part.getName().endsWith(".xml");
                long most = sheet ? MAX_PART : MAX_HELD;
                try (InputStream bytes = new Bounded(zip.getInputStream(part), most)) {
                    if (sheet) {
                        checkRows(bytes);
                    } else {
                        drain(bytes);
                    }
                }
            }
        } catch (XMLStreamException broken) {
            if (broken.getNestedException() instanceof TooLarge) {
                throw tooLarge();
            }
            throw FileRefusal.of("xlsx-unreadable");
        } catch (TooLarge bomb) {
            throw tooLarge();
        }
    }

    private static void checkRows(InputStream sheet) throws XMLStreamException {
        XMLStreamReader reader = factory().createXMLStreamReader(sheet);
        int cells = 0;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD) {
                throw FileRefusal.of("xlsx-unreadable");
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                String name = reader.getLocalName();
                cells = name.equals("row") ? 0 : name.equals("c") ? cells + 1 : cells;
                if (cells > MAX_COLUMNS
                        || name.equals("c") && column(reader.getAttributeValue(null, "r")) > MAX_COLUMNS) {
                    throw tooLarge();
                }
            }
        }
    }

    /** The column of an address such as {@code AB12}, from 1; 0 without an address. */
    private static int column(String address) {
        int column = 0;
        for (int i = 0; address != null && i < address.length() && address.charAt(i) >= 'A'; i++) {
            column = column * 26 + (Character.toUpperCase(address.charAt(i)) - 'A' + 1);
            if (column > MAX_COLUMNS || column < 0) {
                return Integer.MAX_VALUE;
            }
        }
        return column;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    private static void drain(InputStream bytes) throws IOException {
        byte[] buffer = new byte[BUFFER];
        int read = bytes.read(buffer);
        while (read >= 0) {
            read = bytes.read(buffer);
        }
    }

    private static RuntimeException tooLarge() {
        return FileRefusal.of("xlsx-too-large", "mostMegabytes", MAX_PART >> 20, "mostColumns", MAX_COLUMNS);
    }

    /** A part unpacks to more than it may. */
    private static final class TooLarge extends IOException {

        private static final long serialVersionUID = 1L;
    }

    /** A stream that fails beyond a number of bytes. */
    private static final class Bounded extends FilterInputStream {

        private long left;

        Bounded(InputStream in, long most) {
            super(in);
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            int read = in.read(into, from, count);
            left -= Math.max(0, read);
            if (left < 0) {
                throw new TooLarge();
            }
            return read;
        }
    }
}
