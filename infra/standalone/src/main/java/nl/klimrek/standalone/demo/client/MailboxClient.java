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

    /** Waits for a message to this address with this text in its Message-ID and returns the newest one. */
    public JsonNode newestTo(String address, String messageId) {
        String id = Eventually.until(
                "there is mail for " + address + " about it",
                () -> lines(address, messageId)
                        .findFirst()
                        .map(line -> line.get("id").asText()));
        return reader.get("/mail/" + id);
    }

    /** Waits for the invitation to this address for a slot of a conversation, and returns it with its calendar part. */
    public JsonNode invitation(String address, String conversation, String start) {
        String moment = "DTSTART:" + start.replaceAll("[-:]", "");
        return Eventually.until(
                "there is an invitation for " + address,
                () -> lines(address, conversation + ".calendar.")
                        .map(line -> reader.get("/mail/" + line.get("id").asText()))
                        .filter(mail -> mail.path("calendar").asText().contains(moment))
                        .findFirst());
    }

    private Stream<JsonNode> lines(String address, String messageId) {
        return lines().filter(line -> line.get("to").toString().contains(address)
                && line.get("messageId").asText().contains(messageId));
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
        return StreamSupport.stream(reader.get("/mail?limit=200").get("items").spliterator(), false);
    }
}
