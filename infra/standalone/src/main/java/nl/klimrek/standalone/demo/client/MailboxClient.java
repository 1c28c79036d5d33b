package nl.klimrek.standalone.demo.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads the demo's mailbox at {@code /mail}. */
public final class MailboxClient {

    private final DemoUser reader;

    public MailboxClient(DemoUser reader) {
        this.reader = reader;
    }

    /** Waits for a message to this address and returns the newest one. */
    public JsonNode newestTo(String address) {
        String id = Eventually.until(
                "there is mail for " + address,
                () -> newest(address).map(line -> line.get("id").asText()));
        return reader.get("/mail/" + id);
    }

    /** Number of the newest messages to this address with this subject. */
    public int countTo(String address, String subject) {
        return (int) lines().filter(line -> line.get("to").toString().contains(address)
                        && subject.equals(line.path("subject").asText()))
                .count();
    }

    private Optional<JsonNode> newest(String address) {
        return lines().filter(line -> line.get("to").toString().contains(address))
                .findFirst();
    }

    private Stream<JsonNode> lines() {
        return StreamSupport.stream(reader.get("/mail?limit=50").get("items").spliterator(), false);
    }
}
