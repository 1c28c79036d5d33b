package nl.klimrek.journal.timeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import nl.klimrek.journal.chain.ChainEntry;
import nl.klimrek.journal.chain.Hash;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;

/** Shows entries. */
@Mapper
interface EntryViewMapper {

    @Mapping(target = ".", source = "step")
    @Mapping(target = "content", source = "content.kind")
    @Mapping(target = "data", source = "content.data", qualifiedByName = "data")
    EntryView of(ChainEntry entry);

    default String hex(Hash hash) {
        return hash.hex();
    }

    /** An event of a type unknown here may carry any text. */
    @Named("data")
    default JsonNode data(String text) {
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
