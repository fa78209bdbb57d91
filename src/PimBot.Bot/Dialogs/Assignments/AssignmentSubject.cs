using PimBot.Application.Access;
using PimBot.Bot.Turns;
using PimBot.Bot.Wording;
using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Dialogs.Assignments;

/// <summary>What a dialog about an assignment is about, as far as it is known: everything that is offered comes from here.</summary>
/// <param name="Administered">The roles that may be offered to the speaker; empty for a holder's wish.</param>
internal sealed record AssignmentSubject(IReadOnlyList<AdministeredRole> Administered)
{
    public Role? Role { get; init; }

    public Scope? Scope { get; init; }

    public Assignee? Assignee { get; init; }

    /// <summary>The settings of the role at the scope; null until both are known.</summary>
    public RolePolicy? Policy { get; init; }

    /// <summary>What is extended or renewed.</summary>
    public Assignment? Existing { get; init; }

    /// <summary>Where this role may be given by the speaker.</summary>
    public IReadOnlyList<Scope> Scopes => Administered.FirstOrDefault(a => a.Role.Id == Role?.Id)?.Scopes ?? [];

    public AssignmentPolicy? PolicyOf(AssignmentType? type) =>
        type switch
        {
            AssignmentType.Eligible => Policy?.Eligible,
            AssignmentType.Active => Policy?.Active,
            _ => null,
        };

    public static async Task<AssignmentSubject> FindAsync(
        TurnContext context,
        AssignmentDialogState state,
        CancellationToken cancellation
    )
    {
        if (state.Assignment is { } id)
        {
            return await OfExistingAsync(context, id, cancellation);
        }

        var administered = await AdministeredReader.ReadAsync(
            context.Work,
            context.Person.Id,
            AdministrationRight.Manage,
            cancellation
        );
        var role = administered.FirstOrDefault(a => a.Role.Id.Value == state.Role);
        var scope = role?.Scopes.FirstOrDefault(s => s.Id.Value == state.Scope);
        return new AssignmentSubject(administered)
        {
            Role = role?.Role,
            Scope = scope,
            Policy = scope is null
                ? null
                : await context.Work.Directory.PolicyAsync(new(role!.Role.Id, scope.Id), cancellation),
            Assignee = state.Principal is { } principal
                ? (await Assignee.ReadAsync(context.Work, [principal], cancellation))[principal]
                : null,
        };
    }

    /// <summary>What is known so far, in words: "Exchange Administrator, for Bob Berg, eligible, for 30 days".</summary>
    public string SayBack(AssignmentDialogState state, DateTimeOffset now, TimeZoneInfo zone)
    {
        string?[] parts =
        [
            Role?.Name,
            Scope is null or { Kind: ScopeKind.Directory } ? null : Scope.Name,
            Assignee is null || Existing is not null ? null : $"for {Assignee.Name}",
            Existing is not null || state.Type is not { } type ? null : AssignmentText.Kind(type),
            state.Start is { } start ? $"from {Words.Moment(start, now, zone)}" : null,
            state.Period is { } period ? AssignmentText.Period(period, now, zone) : null,
        ];
        var known = string.Join(", ", parts.OfType<string>());
        return known.Length == 0 ? "A new assignment" : known;
    }

    private static async Task<AssignmentSubject> OfExistingAsync(
        TurnContext context,
        Guid id,
        CancellationToken cancellation
    ) =>
        await AssignmentViewReader.FindAsync(context.Work, id, cancellation) is { } view
            ? new AssignmentSubject([])
            {
                Role = view.Role,
                Scope = view.Scope,
                Assignee = view.Assignee,
                Existing = view.Assignment,
                Policy = await context.Work.Directory.PolicyAsync(view.Assignment.Access, cancellation),
            }
            : new AssignmentSubject([]);
}
