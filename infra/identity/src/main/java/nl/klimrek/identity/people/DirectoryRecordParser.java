package nl.klimrek.identity.people;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.directory.PersonListed;
import nl.klimrek.identity.Language;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Applies one record of the directory topic to the {@link PersonDirectory}: a CloudEvent in binary mode with key
 * {@code <organisation>/<person>}, or a tombstone. Unknown types and fields are ignored.
 */
final class DirectoryRecordParser {

    private static final String PERSON_LISTED =
            PersonListed.class.getAnnotation(EventContract.class).type();

    private final ObjectMapper json;

    DirectoryRecordParser(ObjectMapper json) {
        this.json = json;
    }

    /** @throws IOException if the record is invalid; the directory is then unchanged */
    void applyTo(PersonDirectory directory, ConsumerRecord<String, byte[]> record) throws IOException {
        String key = record.key() == null ? "" : record.key();
        int slash = key.indexOf('/');
        if (slash < 1 || slash == key.length() - 1) {
            throw new IOException("The key is not organisation/person");
        }
        String organisation = key.substring(0, slash);
        String person = key.substring(slash + 1);
        if (record.value() == null) {
            directory.forget(organisation, person);
        } else if (PERSON_LISTED.equals(type(record))) {
            directory.list(listing(organisation, person, record.value()));
        }
    }

    private DirectoryEntry listing(String organisation, String person, byte[] value) throws IOException {
        PersonListed data = json.readValue(value, PersonListed.class);
        if (data == null) {
            throw new IOException("The data is not an object");
        }
        return new DirectoryEntry(
                organisation,
                person,
                known(data.givenName()),
                known(data.familyName()),
                known(data.email()),
                Language.of(data.language()));
    }

    private static String known(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String type(ConsumerRecord<String, byte[]> record) {
        Header header = record.headers().lastHeader("ce_type");
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
