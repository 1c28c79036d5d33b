package nl.klimrek.conversations.dialogue.steps;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why an agreement will not come true. */
record DropRequest(@NotBlank @Size(max = 2000) String reason) {}
