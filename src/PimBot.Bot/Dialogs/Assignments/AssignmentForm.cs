using PimBot.Application.Access;
using PimBot.Bot.Commands;
using PimBot.Bot.Turns;
using PimBot.Bot.Wording;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;

namespace PimBot.Bot.Dialogs.Assignments;

/// <summary>What stands in the form's fields, as text; a client may send anything.</summary>
internal sealed record AssignmentForm
{
    public string? Role { get; init; }

    public string? Scope { get; init; }

    /// <summary>The directory id from a client's people picker.</summary>
    public string? Picked { get; init; }

    /// <summary>A typed name, address or group.</summary>
    public string? Who { get; init; }

    public string? Kind { get; init; }

    public string? Period { get; init; }

    public string? Other { get; init; }

    public string? Start { get; init; }

    public string? Reason { get; init; }

    /// <summary>What a dialog has found out already.</summary>
    public static AssignmentForm From(AssignmentDialogState state, AssignmentSubject subject, DateTimeOffset now) =>
        new()
        {
            Role = state.Role,
            Scope = state.Scope,
            Who = subject.Assignee is { } who ? who.Address ?? who.Name : state.WhoText,
            Kind = state.Type is { } type ? AssignmentText.Kind(type) : null,
            Other = state.Period is { } period ? AssignmentText.Period(period, now, TimeZoneInfo.Utc) : null,
            Start = state.Start is { } start ? Words.Moment(start, now, TimeZoneInfo.Utc) : null,
            Reason = state.Justification,
        };

    /// <summary>What the form asks for; or what is wrong with it. What could be read is kept either way.</summary>
    public async Task<(AssignmentDialogState State, string? Problem)> ReadAsync(
        TurnContext context,
        RequestAction action,
        Guid? assignment,
        CancellationToken cancellation
    )
    {
        var state = new AssignmentDialogState
        {
            Id = "",
            Action = action,
            Assignment = assignment,
            Role = Role,
            Scope = Scope,
            Type = Kind switch
            {
                "eligible" => AssignmentType.Eligible,
                "active" => AssignmentType.Active,
                _ => null,
            },
            Justification = Reason,
        };
        var (timed, problem) = Time(state, context);
        if (assignment is not null)
        {
            return (timed, problem);
        }

        var (known, who) = await PersonAsync(timed, context, cancellation);
        return (known, who ?? problem);
    }

    private (AssignmentDialogState State, string? Problem) Time(AssignmentDialogState state, TurnContext context)
    {
        var text = new TextContext(context.Now, context.Zone, []);
        var read = AssignmentTextReader.Answer(Other ?? Period ?? "", text);
        var start = read.Start;
        if (Start is { } typed && !typed.Trim().Equals("now", StringComparison.OrdinalIgnoreCase))
        {
            var begins = AssignmentTextReader.Answer($"from {typed}", text);
            if (begins.Start is null && (begins.Fault is not null || begins.Parts.Count > 0))
            {
                return (state, begins.Fault ?? AssignmentTimeFaults.NotADate);
            }

            start = begins.Start;
        }

        return read.Period is { } period
            ? (state.Lasting(period) with { Start = start }, null)
            : (state, read.Fault ?? AssignmentTimeFaults.NotAPeriod);
    }

    private async Task<(AssignmentDialogState State, string? Problem)> PersonAsync(
        AssignmentDialogState state,
        TurnContext context,
        CancellationToken cancellation
    )
    {
        if (Who is null)
        {
            var picked = Picked is null ? null : await PrincipalNames.ByIdAsync(context.Work, Picked, cancellation);
            return (picked, Picked) switch
            {
                ({ } known, _) => (state.For(known), null),
                (_, null) => (state, "Say who shall have it: search for a person, or type a name, address or group."),
                _ => (state, "The person you picked is not in the directory that I work with."),
            };
        }

        return await PrincipalNames.FindAsync(context, Who, cancellation) switch
        {
            [] => (state, "I know nobody, and no group, of that name. Try the e-mail address."),
            [var only] => (state.For(only), null),
            var several => (
                state,
                $"Several may be meant: {AssignmentText.Names([.. several.Select(a => a.Address is { } at ? $"{a.Name} ({at})" : a.Name)], 5)}. Type the address."
            ),
        };
    }
}
