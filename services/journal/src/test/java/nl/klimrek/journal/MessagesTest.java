package nl.klimrek.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MessagesTest {

    @Test
    void every_english_text_has_a_dutch_one() throws IOException {
        assertThat(keys("messages_nl.properties")).isNotEmpty().isEqualTo(keys("messages.properties"));
    }

    private static Set<String> keys(String bundle) throws IOException {
        Properties texts = new Properties();
        try (Reader reader =
                new InputStreamReader(MessagesTest.class.getResourceAsStream(bundle), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts.stringPropertyNames();
    }
}
