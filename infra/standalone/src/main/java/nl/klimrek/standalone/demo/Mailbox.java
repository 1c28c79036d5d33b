package nl.klimrek.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The demo's mailbox, as anybody of the organisation may read it at {@code /mail}. */
final class Mailbox {

    private final Person reader;

    Mailbox(Person reader) {
        this.reader = reader;
    }

    /** The newest message to this address, which may still have to come. */
    JsonNode newestTo(String address) {
        String id = Patience.until(
                "there is mail for " + address,
                () -> newest(address).map(line -> line.get("id").asText()));
        return reader.get("/mail/" + id);
    }

    private Optional<JsonNode> newest(String address) {
        JsonNode lines = reader.get("/mail?limit=50").get("items");
        return StreamSupport.stream(lines.spliterator(), false)
                .filter(line -> line.get("to").toString().contains(address))
                .findFirst();
    }
}
