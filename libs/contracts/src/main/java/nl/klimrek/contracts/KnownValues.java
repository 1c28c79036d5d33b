package nl.klimrek.contracts;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lists as a consumer should see them: absent is empty, and values newer than this code are left out. */
public final class KnownValues {

    private KnownValues() {}

    /** An unmodifiable copy without the nulls that unknown enumeration values are read as. */
    public static <T> List<T> of(@Nullable List<T> values) {
        return values == null
                ? List.of()
                : values.stream().filter(Objects::nonNull).toList();
    }
}
