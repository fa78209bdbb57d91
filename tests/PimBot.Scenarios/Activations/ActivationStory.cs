using PimBot.Testing;

namespace PimBot.Scenarios.Activations;

public sealed class ActivationStory
{
    [Fact]
    public async Task One_message_activates_a_role_that_needs_no_approval()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Dan.Says("activate Helpdesk Administrator for 2h ticket INC-1234");

        scene.Dan.Sees("Active until today at 11:00");
    }
}
