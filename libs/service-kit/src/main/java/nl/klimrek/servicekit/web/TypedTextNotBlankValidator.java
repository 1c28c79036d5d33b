package nl.klimrek.servicekit.web;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.NotBlank;
import nl.klimrek.servicekit.text.PrivateText;
import org.jspecify.annotations.Nullable;

/**
 * What {@link NotBlank} means in requests: something is left of a text when it is stored. The usual validator takes a text of control
 * characters or wide spaces for words, of which the normalisation of {@link PrivateText} leaves nothing.
 */
public final class TypedTextNotBlankValidator implements ConstraintValidator<NotBlank, CharSequence> {

    @Override
    public boolean isValid(@Nullable CharSequence typed, ConstraintValidatorContext context) {
        return typed != null && PrivateText.normaliseOptional(typed.toString()).isPresent();
    }
}
