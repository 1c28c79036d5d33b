package nl.klimrek.journal.timeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import nl.klimrek.journal.chain.ChainEntry;
import nl.klimrek.journal.chain.Hash;
import nl.klimrek.servicekit.web.StrictMapping;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;

/** Maps entries to their API form. */
@Mapper(config = StrictMapping.class)
interface EntryViewMapper {

    @Mapping(target = ".", source = "event")
    @Mapping(target = "content", source = "content.kind")
    @Mapping(target = "data", source = "content.data", qualifiedByName = "data")
    EntryView view(ChainEntry entry);

    default String hex(Hash hash) {
        return hash.hex();
    }

    /** The data as JSON, or as text when it is none. */
    @Named("data")
    default @Nullable JsonNode data(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException noJson) {
            return new TextNode(text);
        }
    }
}
