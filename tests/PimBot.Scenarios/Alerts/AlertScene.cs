using Microsoft.Extensions.DependencyInjection;
using PimBot.Application.Alerts;
using PimBot.Domain.Access;
using PimBot.Domain.Alerts;
using PimBot.Domain.Audit;
using PimBot.Scenarios.Access;
using PimBot.Testing;

namespace PimBot.Scenarios.Alerts;

/// <summary>What the stories of alerts do behind PimBot's back, and what the store says of alerts.</summary>
internal static class AlertScene
{
    public const string Outside = "Roles are being assigned outside of PIM";
    public const string Stale = "Potential stale accounts in a privileged role";
    public const string Unused = "Administrators aren’t using their privileged roles";
    public const string WithoutMfa = "Roles don’t require multi-factor authentication for activation";
    public const string TooManyAdministrators = "There are too many global administrators";
    public const string Frequent = "Roles are being activated too frequently";

    /// <summary>Long enough after a change for a scan to come.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromSeconds(11);

    /// <summary>The incidents of an alert of the directory.</summary>
    public static Task<IReadOnlyList<AlertIncident>> IncidentsOf(this Scene scene, AlertKind kind) =>
        scene.IncidentsOf(AlertKey.OfDirectory(kind));

    public static Task<IReadOnlyList<AlertIncident>> IncidentsOf(this Scene scene, AlertKey key) =>
        scene.Reads((work, stop) => work.Alerts.IncidentsAsync(key, 0, 1000, stop));

    public static Task<Alert> TheAlert(this Scene scene, AlertKind kind) =>
        scene.Reads((work, stop) => work.Alerts.FindAsync(AlertKey.OfDirectory(kind), stop));

    /// <summary>Whom the incidents of an alert are about, by name.</summary>
    public static async Task<IReadOnlyList<string>> Named(this Scene scene, AlertKey key)
    {
        var incidents = await scene.IncidentsOf(key);
        var ids = incidents.Select(i => i.Person).OfType<PersonId>().ToHashSet();
        return
        [
            .. scene
                .People.Where(p => ids.Contains(new PersonId(p.Id)))
                .Select(p => p.Name)
                .Order(StringComparer.Ordinal),
        ];
    }

    public static Task<IReadOnlyList<string>> Named(this Scene scene, AlertKind kind) =>
        scene.Named(AlertKey.OfDirectory(kind));

    /// <summary>Somebody gives access at the target, past PimBot.</summary>
    public static async Task<OutsideAccess> GivesOutside(this Scene scene, TestPerson person, RoleScope access)
    {
        var given = new OutsideAccess(
            $"{Guid.NewGuid()}",
            new PersonId(person.Id),
            null,
            access,
            scene.Clock.GetUtcNow()
        );
        await scene.OutsideTable().AddAsync(given, TestContext.Current.CancellationToken);
        return given;
    }

    public static ILocalOutsideAccess OutsideTable(this Scene scene) =>
        scene.Services.GetRequiredService<ILocalOutsideAccess>();

    /// <summary>Somebody asks for a scan, and it is over.</summary>
    public static async Task Scans(this Scene scene)
    {
        await scene.Changes((work, stop) => work.Alerts.RequestScanAsync(stop));
        await scene.Advances(TimeSpan.FromSeconds(1));
    }

    /// <summary>Somebody signed in so long ago.</summary>
    public static Task SignedIn(this Scene scene, TestPerson person, TimeSpan? ago) =>
        scene.Changes(
            async (work, stop) =>
            {
                var found = await work.Directory.FindPersonAsync(new PersonId(person.Id), stop);
                await work.Directory.UpdateAsync(found! with { LastSignIn = work.Now - ago }, stop);
            }
        );

    /// <summary>How often the audit has this of an alert.</summary>
    public static async Task<int> CountsOf(this Scene scene, AuditAction action, AlertKind kind) =>
        (await scene.Audit()).Count(e =>
            e.Event.Action == action && e.Event.Detail?.Split(' ')[0] == AlertDefinitions.Of(kind).Id
        );

    /// <summary>How many messages of the bot hold this text.</summary>
    public static int Heard(this TestPerson person, string text) =>
        person.Chat.Messages.Count(message =>
            message.Card?.ToJsonString(Relaxed).Contains(text, StringComparison.Ordinal) is true
        );

    private static readonly System.Text.Json.JsonSerializerOptions Relaxed = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
