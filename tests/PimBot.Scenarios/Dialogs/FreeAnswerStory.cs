using PimBot.Testing;

namespace PimBot.Scenarios.Dialogs;

public sealed class FreeAnswerStory
{
    [Theory]
    [InlineData("end of month closing")]
    [InlineData("status page is down")]
    [InlineData("Exchange mailbox migration")]
    [InlineData("help desk is overloaded")]
    [InlineData("cancel the old retention policy")]
    [InlineData("requests pile up in the queue")]
    [InlineData("enable exchange archive for finance")]
    [InlineData("2 hours of mail are missing")]
    public async Task A_reason_that_begins_like_a_command_or_a_role_is_a_reason(string reason)
    {
        await using var scene = await Scene.StartAsync();
        await scene.Alice.Says("activate exchange for 1h ticket INC-9");

        await scene.Alice.Says(reason);

        scene.Alice.Sees("Verify it’s you to go on");
        scene.Alice.Sees($"Why: {reason}");
        scene.Alice.Sees("For: 1 hour");
        scene.Alice.Sees("Ticket: INC-9");
    }

    [Fact]
    public async Task A_ticket_that_begins_like_a_command_is_a_ticket()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says("activate helpdesk for 1h");

        await scene.Dan.Says("request REQ0012345");

        scene.Dan.Sees("Ticket: REQ0012345");
    }

    [Fact]
    public async Task A_whole_new_request_in_answer_to_a_question_is_a_new_request()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says("activate helpdesk");

        await scene.Dan.Says("activate vm contributor for 1h because disk resize");

        scene.Dan.Sees("Virtual Machine Contributor Active until today at 10:00");
        scene.Dan.DoesNotSee("For how long?");
    }
}
