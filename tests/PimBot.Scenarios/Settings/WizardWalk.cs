using PimBot.Application.Access;
using PimBot.Domain.Access;
using PimBot.Scenarios.Access;
using PimBot.Testing;

namespace PimBot.Scenarios.Settings;

/// <summary>Frank walks through the wizard.</summary>
internal static class WizardWalk
{
    public static async Task OpensWizard(this Scene scene, RoleScope role)
    {
        await scene.Frank.Says("wizard");
        if (scene.Frank.Buttons.Contains("Look at the roles first", StringComparer.Ordinal))
        {
            await scene.Frank.Clicks("Look at the roles first");
        }

        await scene.Opens(role);
    }

    public static Task Opens(this Scene scene, RoleScope role) =>
        scene.Frank.Clicks("Show people", new { access = $"{role.Role}|{role.Scope}" });

    /// <summary>Frank chooses what becomes of one person's assignment, and reviews it.</summary>
    public static Task Chooses(this Scene scene, TestPerson person, string step, string button = "Review changes")
    {
        var field = CardAction
            .Of(scene.Frank.LastCard!)
            .First(b => b.Title == "Review changes")
            .Inputs.Single(i => i["label"]!.ToString().StartsWith(person.Name + ":", StringComparison.Ordinal));
        return scene.Frank.Clicks(button, new Dictionary<string, string> { [field["id"]!.ToString()] = step });
    }

    public static Dictionary<string, string> TheOnlyChoice(this Scene scene, string step)
    {
        var field = CardAction.Of(scene.Frank.LastCard!).First(b => b.Title == "Review changes").Inputs.Single();
        return new() { [field["id"]!.ToString()] = step };
    }

    public static async Task<IReadOnlyList<Assignment>> UserAdministratorOf(this Scene scene, TestPerson person) =>
        [.. (await scene.AssignmentsOf(person)).Where(a => a.Access == Policies.UserAdministrator)];

    public static Task Becomes(this Scene scene, TestPerson person, PersonKind kind) =>
        scene.Changes(
            async (work, stop) =>
            {
                var found = await work.Directory.FindPersonAsync(new PersonId(person.Id), stop);
                await work.Directory.UpdateAsync(found! with { Kind = kind }, stop);
            }
        );

    /// <summary>A Global Administrator elevates over all Azure scopes.</summary>
    public static Task Elevates(this Scene scene, TestPerson person) =>
        scene.Changes(
            async (work, stop) =>
                Assert.True(
                    (
                        await Elevate.RunAsync(
                            work,
                            new PersonId(person.Id),
                            TimeSpan.FromHours(1),
                            "an incident",
                            stop
                        )
                    ).IsAllowed
                )
        );
}
