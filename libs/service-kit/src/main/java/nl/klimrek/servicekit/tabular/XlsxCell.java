package nl.klimrek.servicekit.tabular;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;

/**
 * The text that a cell of a sheet shows: a date as ISO 8601, a number without exponent, a number shown with leading zeros
 * with those zeros. A formula counts as the value that was saved with it.
 */
final class XlsxCell {

    private static final Pattern ZEROS = Pattern.compile("0{2,20}");
    /** Texts in quotation marks, colours and conditions in brackets, and escaped signs say nothing about dates. */
    private static final Pattern NO_FORMAT = Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.");

    private static final Pattern DATE = Pattern.compile("[dDyYjJ]");

    /** A spreadsheet counts with 15 digits; what follows is an error of binary fractions. */
    private static final MathContext SHOWN = new MathContext(15);

    private XlsxCell() {}

    static String text(Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        Object value = cell.getValue();
        if (value instanceof BigDecimal number) {
            return number(cell, number);
        }
        if (value instanceof Boolean yes) {
            return yes ? "TRUE" : "FALSE";
        }
        String text = value == null ? cell.getRawValue() : value.toString();
        return text == null ? "" : text.strip();
    }

    private static String number(Cell cell, BigDecimal number) {
        String format = cell.getDataFormatString();
        if (format != null
                && DATE.matcher(NO_FORMAT.matcher(format).replaceAll("")).find()) {
            return date(cell.asDate());
        }
        String plain = number.signum() == 0
                ? "0"
                : number.round(SHOWN).stripTrailingZeros().toPlainString();
        boolean padded = format != null && ZEROS.matcher(format).matches() && plain.matches("\\d+");
        return padded ? "0".repeat(Math.max(0, format.length() - plain.length())) + plain : plain;
    }

    private static String date(LocalDateTime moment) {
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : moment.toString();
    }
}
