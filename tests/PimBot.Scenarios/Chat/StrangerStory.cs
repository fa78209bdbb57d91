using System.Text.Json.Nodes;
using PimBot.Scenarios.Access;
using PimBot.Testing;

namespace PimBot.Scenarios.Chat;

public sealed class StrangerStory
{
    private const string Ask = "activate helpdesk for 1h ticket INC-1";

    [Fact]
    public async Task Somebody_who_is_not_in_the_directory_is_told_so()
    {
        await using var scene = await Scene.StartAsync();
        var before = await scene.Audit();

        await scene.Dan.Sends(activity =>
        {
            activity["text"] = Ask;
            activity["from"]!["aadObjectId"] = "00000000-1111-4222-8333-444444444444";
        });

        scene.Dan.Sees(
            "I don’t know you yet: you are not in the directory I work with. Ask an administrator to add you."
        );
        Assert.Equal(before.Count, (await scene.Audit()).Count);
        Assert.Empty(await scene.HeldAtTarget(scene.Dan));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Without_a_directory_id_nobody_is_anybody_whatever_the_name(bool isEmpty)
    {
        await using var scene = await Scene.StartAsync();

        await scene.Dan.Sends(activity =>
        {
            activity["text"] = Ask;
            activity["from"]!.AsObject().Remove("aadObjectId");
            if (isEmpty)
            {
                activity["from"]!["aadObjectId"] = "";
            }
        });

        scene.Dan.Sees("I can’t tell who you are, because this chat does not send your directory id.");
        Assert.Empty(await scene.HeldAtTarget(scene.Dan));
    }

    [Fact]
    public async Task A_disabled_account_can_do_nothing()
    {
        await using var scene = await Scene.StartAsync();
        var ivan = scene.Person("Ivan");
        await ivan.Installs();

        await ivan.Says("activate Exchange Administrator for 1h because x");

        ivan.Sees("This account is disabled, so I can do nothing for it. Ask an administrator to enable it.");
        Assert.Empty(await scene.HeldAtTarget(ivan));
    }

    [Fact]
    public async Task An_account_that_is_disabled_in_the_middle_of_a_question_can_do_nothing_more()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says("activate helpdesk for 1h");
        await scene.Disables(scene.Dan);

        await scene.Dan.Says("INC-1");
        scene.Dan.Sees("This account is disabled");
        await scene.Dan.Clicks("Cancel");
        scene.Dan.Sees("This account is disabled");
        Assert.Empty(await scene.HeldAtTarget(scene.Dan));
    }

    [Fact]
    public async Task A_service_account_is_sent_away()
    {
        await using var scene = await Scene.StartAsync();
        var backup = scene.Person("Nightly backup");
        await backup.Installs();

        await backup.Says("activate vm contributor for 1h because backup");

        backup.Sees("Service accounts can’t use this chat. Use your own account.");
    }
}
