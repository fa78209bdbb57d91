using PimBot.Application.Access;
using PimBot.Bot.Turns;
using PimBot.Bot.Wording;
using PimBot.Domain.Access;
using PimBot.Domain.Reviews;

namespace PimBot.Bot.Dialogs.Reviews;

/// <summary>What a dialog about a review is about, as far as it is known: everything that is offered comes from here.</summary>
/// <param name="Administered">The roles whose reviews the speaker may start.</param>
internal sealed record ReviewSubject(IReadOnlyList<AdministeredRole> Administered)
{
    public Role? Role { get; init; }

    public Scope? Scope { get; init; }

    /// <summary>Where the speaker may start reviews of this role.</summary>
    public IReadOnlyList<Scope> Scopes => Administered.FirstOrDefault(a => a.Role.Id == Role?.Id)?.Scopes ?? [];

    public string What =>
        (Role, Scope) switch
        {
            (null, _) => "A new review",
            (_, null or { Kind: ScopeKind.Directory }) => Role.Name,
            _ => $"{Role.Name} at {Scope.Name}",
        };

    public static async Task<ReviewSubject> FindAsync(
        TurnContext context,
        ReviewDialogState state,
        CancellationToken cancellation
    )
    {
        var administered = await AdministeredReader.ReadAsync(
            context.Work,
            context.Person.Id,
            AdministrationRight.Manage,
            cancellation
        );
        var role = administered.FirstOrDefault(a => a.Role.Id.Value == state.Role);
        return new ReviewSubject(administered)
        {
            Role = role?.Role,
            Scope = role?.Scopes.FirstOrDefault(s => s.Id.Value == state.Scope),
        };
    }

    /// <summary>What is known so far: "Global Administrator, by members themselves, 14 days".</summary>
    public string SayBack(ReviewDialogState state)
    {
        string?[] parts =
        [
            What,
            state.Asked.Reviewers switch
            {
                ReviewerKind.Self => "by members themselves",
                ReviewerKind.Manager => "by managers",
                ReviewerKind.Chosen => "by chosen people",
                _ => null,
            },
            state.Asked.Days is { } days ? ReviewWords.Days(days) : null,
            state.Asked.Pattern is { } pattern ? ReviewWords.Pattern(pattern).ToLowerInvariant() : null,
        ];
        return string.Join(", ", parts.OfType<string>());
    }
}
