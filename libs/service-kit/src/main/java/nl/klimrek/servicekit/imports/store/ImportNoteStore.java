package nl.klimrek.servicekit.imports.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.klimrek.servicekit.imports.job.ImportJob;

/** Stores what was looked up for an import when it was requested, such as the person of each employee number. */
public final class ImportNoteStore {

    static final int MAX_PARTS = 1_000;
    private static final int PART = 5_000;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> ENTRIES = new TypeReference<>() {};

    private final ImportPartStore parts;

    public ImportNoteStore(ImportPartStore parts) {
        this.parts = parts;
    }

    public void store(ImportJob job, Map<String, String> notes) {
        Map<String, String> part = new TreeMap<>();
        int number = 0;
        for (Map.Entry<String, String> note : notes.entrySet()) {
            part.put(note.getKey(), note.getValue());
            if (part.size() == PART) {
                put(job, number++, part);
                part.clear();
            }
        }
        put(job, number, part);
    }

    /** The notes of an import; empty where there are none. */
    public Map<String, String> of(ImportJob job) {
        Map<String, String> notes = new HashMap<>();
        Optional<byte[]> part = parts.get(job.owner(), name(job), 0);
        for (int number = 1; part.isPresent(); number++) {
            try {
                notes.putAll(JSON.readValue(part.get(), ENTRIES));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
            part = parts.get(job.owner(), name(job), number);
        }
        return notes;
    }

    public void delete(ImportJob job) {
        if (parts.get(job.owner(), name(job), 0).isPresent()) {
            parts.delete(job.owner(), name(job), MAX_PARTS);
        }
    }

    private void put(ImportJob job, int number, Map<String, String> part) {
        try {
            byte[] bytes = JSON.writeValueAsBytes(part);
            parts.put(job.owner(), name(job), number, bytes, bytes.length);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String name(ImportJob job) {
        return job.id() + ":notes";
    }
}
