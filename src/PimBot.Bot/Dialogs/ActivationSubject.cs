using PimBot.Application.Access;
using PimBot.Application.Work;
using PimBot.Bot.Wording;
using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Dialogs;

/// <summary>What an activation is about: the role, where, under which policy, and which running activation it extends.</summary>
internal sealed record ActivationSubject(Role Role, Scope Scope, RolePolicy Policy, GrantId? Extends)
{
    public RoleScope Access => new(Role.Id, Scope.Id);

    /// <summary>Where the eligibility is held, where a narrower place may be chosen; null: nothing is to choose.</summary>
    public Scope? Widest { get; init; }

    /// <summary>The places below it that may be chosen instead.</summary>
    public IReadOnlyList<Scope> Narrower { get; init; } = [];

    /// <summary>Null when the role or the scope is unknown.</summary>
    public static async Task<ActivationSubject?> FindAsync(
        IPimUnitOfWork work,
        PersonId person,
        RoleScope access,
        GrantId? extends,
        CancellationToken cancellation
    )
    {
        var role = await work.Directory.FindRoleAsync(access.Role, cancellation);
        var scopes = await work.Directory.ScopesAsync([access.Scope], cancellation);
        return role is null || scopes.Count == 0
            ? null
            : new ActivationSubject(
                role,
                scopes[0],
                await AccessReader.PolicyForAsync(work, person, access, cancellation),
                extends
            );
    }

    /// <summary>With the places that may be chosen on a form.</summary>
    /// <param name="work">The unit of work.</param>
    /// <param name="widest">The access that the person is eligible for.</param>
    /// <param name="cancellation">Stops the read.</param>
    public async Task<ActivationSubject> WithPlacesAsync(
        IPimUnitOfWork work,
        RoleScope widest,
        CancellationToken cancellation
    )
    {
        var below = Extends is null ? await AccessReader.BelowAsync(work, widest, cancellation) : [];
        var scopes = below.Count == 0 ? [] : await work.Directory.ScopesAsync([widest.Scope], cancellation);
        return scopes is [var scope] ? this with { Widest = scope, Narrower = below } : this;
    }

    /// <summary>What is known so far, in words: "Owner, Contoso Production, 1 hour, from tomorrow at 09:00 (UTC+1)".</summary>
    public string SayBack(ActivationDialogState state, DateTimeOffset now, TimeZoneInfo zone)
    {
        string?[] parts =
        [
            Role.Name,
            Scope.Kind is ScopeKind.Directory ? null : Scope.Name,
            state.Minutes is { } minutes ? Words.Duration(TimeSpan.FromMinutes(minutes)) : null,
            state.Start is { } start ? $"from {Words.Moment(start, now, zone)}" : null,
            state.Until is { } until ? $"until {Words.Moment(until, now, zone)}" : null,
        ];
        return string.Join(", ", parts.OfType<string>());
    }
}
