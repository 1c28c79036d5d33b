package nl.klimrek.testkit.backend;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Skips what has no engine here and hands the engine to what has; see {@link RunsOn}. */
final class BackendExtension implements ExecutionCondition, ParameterResolver {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        boolean canRun = kind(context) == BackendKind.EMBEDDED || ContainerBackend.available();
        return canRun
                ? ConditionEvaluationResult.enabled("its engines are there")
                : ConditionEvaluationResult.disabled(ContainerBackend.SKIPPED);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Backend.class;
    }

    @Override
    public Backend resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return kind(context).shared();
    }

    private static BackendKind kind(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getRequiredTestClass(), RunsOn.class)
                .orElseThrow()
                .value();
    }
}
