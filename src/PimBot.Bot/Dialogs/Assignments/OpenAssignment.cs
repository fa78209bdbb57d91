using PimBot.Bot.Commands;

namespace PimBot.Bot.Dialogs.Assignments;

/// <summary>Whether a text answers the open question about an assignment, or is a command of its own.</summary>
internal static class OpenAssignment
{
    public static bool Takes(AssignmentDialogState open, string text, Command command) =>
        open.Step switch
        {
            // "Exchange" alone is an activation for everybody else; here it names a role, and "Grant" a person.
            WhoStep.StepName => command
                is UnknownCommand
                    or ActivateCommand
                    or AssignCommand { Asked: { Type: null, Period: null, Parts.Count: < 2 } },
            RoleStep.StepName or ScopeStep.StepName => command is UnknownCommand or ActivateCommand,
            ReasonStep.StepName => !IsCommand(text),
            ConfirmStep.StepName => command is UnknownCommand || ConfirmStep.IsYes(text),
            TypeStep.StepName => command is UnknownCommand || IsKind(text),
            _ => command is UnknownCommand || IsPeriod(text),
        };

    private static bool IsCommand(string text) => CommandParser.IsUnmistakable(text, NoRoles);

    private static bool IsKind(string text) =>
        AssignmentTextReader.Answer(text, NoRoles) is { Type: not null, Parts: [] };

    private static bool IsPeriod(string text) =>
        AssignmentTextReader.Answer(text, NoRoles) is { Period: not null, Parts: [] };

    private static TextContext NoRoles => new(DateTimeOffset.UnixEpoch, TimeZoneInfo.Utc, []);
}
