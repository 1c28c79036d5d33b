package nl.klimrek.conversations.questions;

import java.util.Locale;

import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** From the bank to the reader. */
@Mapper
public interface QuestionViews {

    /** In the reader's language. */
    @Mapping(target = "text", expression = "java(question.text(reader))")
    QuestionView in(Question question, @Context Locale reader);
}
