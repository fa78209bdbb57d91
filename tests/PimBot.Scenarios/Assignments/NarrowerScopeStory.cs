using PimBot.Domain.Access;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Rules;
using PimBot.Testing;

namespace PimBot.Scenarios.Assignments;

public sealed class NarrowerScopeStory
{
    private const string Machine = "payments-vm1";

    [Fact]
    [Rule("A2", "B2")]
    public async Task A_role_is_activated_for_a_part_of_the_eligibility_by_name()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Alice.Says("activate Virtual Machine Contributor at payments-vm1 for 1h because disk is full");

        scene.Alice.Sees("Active until today at 10:00");
        Assert.EndsWith(Machine, (await Running(scene)).Scope.Value, StringComparison.Ordinal);
        await scene.Alice.Says("my roles");
        scene.Alice.Sees("payments-vm1. 1 hour left");
        await scene.BooksBalance();
    }

    [Fact]
    public async Task The_form_offers_the_parts()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Alice.Says("my roles");
        await scene.Alice.Clicks("Activate Virtual Machine Contributor");
        scene.Alice.Sees("All of payments (resource group)");

        await scene.Alice.Clicks(
            "Activate",
            new
            {
                place = "/subscriptions/c0de0001-0000-4000-8000-000000000001/resourceGroups/payments/providers/Microsoft.Compute/virtualMachines/payments-vm1",
                justification = "disk is full",
            }
        );

        scene.Alice.Sees("Active until");
        Assert.EndsWith(Machine, (await Running(scene)).Scope.Value, StringComparison.Ordinal);
    }

    [Fact]
    [Rule("B2")]
    public async Task A_place_outside_is_refused_in_words_and_never_widened()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Alice.Says("activate Virtual Machine Contributor at experiment-vm1 for 1h because disk is full");
        scene.Alice.Sees("there is no place of that name in it");
        await scene.Alice.Says("my roles");
        await scene.Alice.Clicks("Activate Virtual Machine Contributor");
        var submit = AssignByFormStory.CardOf(scene.Alice, "Activate");
        submit["data"]!["place"] = "/subscriptions/c0de0001-0000-4000-8000-000000000001";
        submit["data"]!["duration"] = "60";
        submit["data"]!["justification"] = "disk is full";
        var answer = await scene.Alice.Invokes(submit);

        Assert.Contains("You are not eligible for", answer.Body, StringComparison.Ordinal);
        Assert.Empty(await scene.Reads((work, stop) => work.Grants.OpenOfAsync(new PersonId(scene.Alice.Id), stop)));
    }

    [Fact]
    [Rule("B2")]
    public async Task A_stricter_policy_of_the_part_holds()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Assigns(scene.Dan, Contoso.OwnerOfProduction with { Role = Role }, AssignmentType.Eligible);

        await scene.Dan.Says("activate Virtual Machine Contributor at payments for 4h because disk is full");

        scene.Dan.Sees("The longest for this role is 3 hours.");
    }

    [Theory]
    [InlineData("activate VMC for 1h at payments because patch")]
    [InlineData("activate VMC for 1h in payments, patch")]
    [InlineData("activate VMC for 1h because patch at payments")]
    [InlineData("activate VMC for 1h patching at payments")]
    public async Task A_place_outside_is_refused_wherever_it_is_said(string text)
    {
        await using var scene = await Scene.StartAsync();

        await scene.Dan.Says(text);

        scene.Dan.Sees("there is no place of that name in it");
        Assert.Empty(await scene.Reads((work, stop) => work.Grants.OpenOfAsync(new PersonId(scene.Dan.Id), stop)));
    }

    [Theory]
    [InlineData("activate VMC for 1h at payments-vm1 because disk is full")]
    [InlineData("activate VMC for 1h because disk is full on payments-vm1")]
    [InlineData("activate VMC for 1h, disk is full, on payments-vm1")]
    public async Task A_place_at_the_end_is_the_place_and_no_reason(string text)
    {
        await using var scene = await Scene.StartAsync();

        await scene.Alice.Says(text);

        scene.Alice.Sees("Why: disk is full");
        scene.Alice.DoesNotSee("disk is full on");
        Assert.EndsWith(Machine, (await Running(scene)).Scope.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_reason_that_names_a_place_beside_that_of_the_role_and_one_in_quotes_stay_as_they_are()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Alice.Says("activate VMC at payments-vm1 for 1h because the alarm in payments");

        scene.Alice.Sees("Why: the alarm in payments");
        Assert.EndsWith(Machine, (await Running(scene)).Scope.Value, StringComparison.Ordinal);
    }

    private static readonly RoleId Role = new("9980e02c-c2be-4d73-94e8-173b1dc7cf3c");

    private static async Task<RoleScope> Running(Scene scene) =>
        Assert
            .Single(await scene.Reads((work, stop) => work.Grants.OpenOfAsync(new PersonId(scene.Alice.Id), stop)))
            .Access;
}
