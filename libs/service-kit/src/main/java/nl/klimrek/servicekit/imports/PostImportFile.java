package nl.klimrek.servicekit.imports;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * Marks the controller method that receives the file of an import: text or a spreadsheet, as the body itself. Query
 * parameters {@code column} rename columns; {@link ImportResponder#columns} reads them.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        name = "column",
        in = ParameterIn.QUERY,
        description = "Other names of columns, as name in the file:name here",
        array = @ArraySchema(schema = @Schema(implementation = String.class)))
@RequestMapping(
        method = RequestMethod.POST,
        consumes = {
            "text/csv",
            "text/plain",
            "text/tab-separated-values",
            "application/vnd.ms-excel",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/octet-stream"
        })
public @interface PostImportFile {}
