package nl.klimrek.servicekit.tabular.file;

import java.nio.charset.Charset;

/**
 * The encoding a text is read in, and how that is known.
 *
 * @param charset character set
 * @param basis how it is known
 */
public record TextEncoding(Charset charset, Basis basis) {

    /** How an encoding is known. */
    public enum Basis {
        /** The caller named it. */
        NAMED,
        /** The file begins with a byte-order mark. */
        MARK,
        /** Every byte fits UTF-8. */
        VALID,
        /** The letters of the text make it probable. */
        DETECTED
    }

    public String name() {
        return charset.name();
    }
}
