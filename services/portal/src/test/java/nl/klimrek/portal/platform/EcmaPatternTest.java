package nl.klimrek.portal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class EcmaPatternTest {
    @Test
    void a_pattern_means_the_whole_text_and_has_no_flags() {
        assertThat(EcmaPattern.of("[a-z]{1,3}|x")).isEqualTo("^(?:[a-z]{1,3}|x)$");
        assertThat(EcmaPattern.of("^a$")).isEqualTo("^a$");
        assertThat(EcmaPattern.of("(?s).*\\S.*")).isEqualTo("^(?:[\\s\\S]*\\S[\\s\\S]*)$");
        assertThat(EcmaPattern.of("(?s)[.]\\..")).isEqualTo("^(?:[.]\\.[\\s\\S])$");
    }

    @Test
    void what_matched_still_does() {
        Pattern written = Pattern.compile(EcmaPattern.of("(?s).*\\S.*"));
        assertThat(written.matcher("\n a \n").matches()).isTrue();
        assertThat(written.matcher(" \n ").matches()).isFalse();
    }
}
