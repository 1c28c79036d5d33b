package nl.klimrek.portal.skills;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import nl.klimrek.portal.reader.Reader;

/** A skill of the organisation's lists, as pop-forms answers it. */
record SkillResponse(String scheme, String code, String version, String label) {

    /** A skill to choose, with the list that it is from. */
    record Shown(String label, String list) {}

    Shown shown(Reader reader) {
        return new Shown(label, reader.code("skill-scheme", scheme));
    }

    /** The skill as pop-forms takes it. */
    ObjectNode body() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("scheme", scheme)
                .put("code", code)
                .put("version", version)
                .put("label", label);
    }
}
