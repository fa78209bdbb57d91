using PimBot.Api.Answers;
using PimBot.Api.Security;
using PimBot.Application.Access;
using PimBot.Application.Work;
using PimBot.Domain.Access;

namespace PimBot.Api.Access;

/// <summary>What the caller may see and do, as it is in one unit of work: rights by the published table, and what is their own.</summary>
internal sealed class Viewer
{
    private readonly AdministratorFacts facts;
    private readonly Dictionary<RoleId, Role> roles;
    private readonly Dictionary<ScopeId, Scope> scopes;
    private readonly Dictionary<RoleScope, AdministrationRight> rights = [];

    private Viewer(AdministratorFacts facts, IEnumerable<Role> roles, IEnumerable<Scope> scopes)
    {
        this.facts = facts;
        this.roles = roles.ToDictionary(role => role.Id);
        this.scopes = scopes.ToDictionary(scope => scope.Id);
    }

    public Person Person => facts.Person;

    public IEnumerable<Role> Roles => roles.Values;

    public IEnumerable<Scope> Scopes => scopes.Values;

    public bool IsElevated => facts.IsElevated;

    /// <summary>Over directory roles.</summary>
    public AdministrationRight OverDirectory => AdministrationRules.OverDirectory(facts);

    /// <summary>Whether anything at all of others' may be seen.</summary>
    public bool SeesOthers =>
        OverDirectory is not AdministrationRight.None
        || facts.IsElevated
        || facts.Owns.Count > 0
        || facts.Holds.Any(h =>
            facts.OwnerRoles.Contains(h.Role) || roles.GetValueOrDefault(h.Role)?.Kind is RoleKind.AzureRole
        );

    /// <exception cref="ApiProblemException">The person is unknown here, disabled, or no person.</exception>
    public static async Task<Viewer> ReadAsync(IPimUnitOfWork work, ApiCaller caller, CancellationToken cancellation)
    {
        work.Audit.From(caller.Origin);
        var found = await AdministratorRights.FactsAsync(work, caller.Id, cancellation);
        return found is { Person: { Enabled: true, Kind: not PersonKind.ServiceAccount } }
            ? new Viewer(
                found,
                await work.Directory.RolesAsync(cancellation),
                await work.Directory.AllScopesAsync(cancellation)
            )
            : throw new ApiProblemException(
                new(
                    StatusCodes.Status403Forbidden,
                    "Authorization_RequestDenied",
                    "This account is unknown here, or disabled. Ask an administrator."
                )
            );
    }

    public Role? Role(RoleId id) => roles.GetValueOrDefault(id);

    public Scope? Scope(ScopeId id) => scopes.GetValueOrDefault(id);

    public AdministrationRight Right(RoleScope access)
    {
        if (!rights.TryGetValue(access, out var right))
        {
            right = Look(access);
            rights.Add(access, right);
        }

        return right;
    }

    public bool Sees(RoleScope access) => Right(access) is not AdministrationRight.None;

    private AdministrationRight Look(RoleScope access) =>
        Role(access.Role) is { } role && Path(access.Scope) is { Count: > 0 } path
            ? AdministrationRules.RightOver(facts, role.Kind, path)
            : AdministrationRight.None;

    private List<Scope> Path(ScopeId scope)
    {
        var path = new List<Scope>();
        for (var next = Scope(scope); next is not null && path.Count <= scopes.Count; next = Above(next))
        {
            path.Add(next);
        }

        return path;
    }

    private Scope? Above(Scope scope) => scope.Parent is { } parent ? Scope(parent) : null;
}
