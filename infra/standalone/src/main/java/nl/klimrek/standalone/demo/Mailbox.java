package nl.klimrek.standalone.demo;

import java.util.Optional;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/** The demo's mailbox, as anybody may read it at {@code /mail}. */
final class Mailbox {

    private final Api api;

    Mailbox(Api api) {
        this.api = api;
    }

    /** The newest message to this address, which may still have to come. */
    JsonNode newestTo(String address) {
        String id = Patience.until("there is mail for " + address, () -> newest(address).map(line -> line.get("id").asText()));
        return api.get(null, "/mail/" + id).required().body();
    }

    private Optional<JsonNode> newest(String address) {
        JsonNode lines = api.get(null, "/mail?limit=50").required().body().get("items");
        return StreamSupport.stream(lines.spliterator(), false).filter(line -> line.get("to").toString().contains(address)).findFirst();
    }
}
