package io.github.alimsg.migration;

import io.github.alimsg.migration.Check.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.Statement;

/**
 * What follows a test of a response's code.
 *
 * @param success what happens after a success only
 * @param failure what happens after a failure only
 * @param rest what happens then
 */
record Branches(List<Statement> success, List<Statement> failure, List<Statement> rest) {
    /** The branches of a test; null when it tests something else. */
    static @Nullable Branches of(Check check, Statement test, List<Statement> rest) {
        if (test instanceof J.Return returned && returned.getExpression() != null) {
            Verdict verdict = check.verdict(returned.getExpression());
            return verdict == null || verdict == Verdict.NOTHING
                    ? null
                    : new Branches(
                            List.of(returning(verdict == Verdict.SUCCESS, test)),
                            List.of(returning(verdict != Verdict.SUCCESS, test)),
                            List.of());
        }
        if (!(test instanceof J.If choice)) {
            return null;
        }
        Verdict verdict = check.verdict(choice.getIfCondition().getTree());
        if (verdict == null || verdict == Verdict.NOTHING) {
            return null;
        }
        List<Statement> yes = statements(choice.getThenPart());
        J.If.Else otherwise = choice.getElsePart();
        List<Statement> no = otherwise == null ? List.of() : statements(otherwise.getBody());
        if (verdict == Verdict.FAILURE) {
            return new Branches(no, yes, rest);
        }
        return no.isEmpty() && jumps(yes) && !rest.isEmpty()
                ? new Branches(yes, rest, List.of())
                : new Branches(yes, no, rest);
    }

    private static Statement returning(boolean value, Statement test) {
        return Snippets.statement("return " + value + ";")
                .withPrefix(test.getPrefix().withComments(List.of()));
    }

    private static List<Statement> statements(Statement branch) {
        return branch instanceof J.Block block ? block.getStatements() : List.of(branch);
    }

    /** Whether what comes after the statements is never reached. */
    static boolean jumps(List<Statement> statements) {
        Statement last = statements.isEmpty() ? null : statements.get(statements.size() - 1);
        if (last instanceof J.Block block) {
            return jumps(block.getStatements());
        } else if (last instanceof J.If choice) {
            J.If.Else otherwise = choice.getElsePart();
            return otherwise != null
                    && jumps(statements(choice.getThenPart()))
                    && jumps(statements(otherwise.getBody()));
        }
        return last instanceof J.Return
                || last instanceof J.Throw
                || last instanceof J.Continue
                || last instanceof J.Break;
    }
}
