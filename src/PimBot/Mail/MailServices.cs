using Microsoft.Extensions.Options;
using PimBot.Bot;
using PimBot.Bot.Notifications;
using PimBot.Channel.Settings;

namespace PimBot.Mail;

/// <summary>Puts together what PimBot says besides chat.</summary>
internal static class MailServices
{
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddOptions<MailOptions>()
            .Configure(o => SectionForm.Bind(configuration.GetSection(MailOptions.Section), o))
            .ValidateOnStart();
        services
            .AddOptions<NotificationOptions>()
            .Configure(o => SectionForm.Bind(configuration.GetSection(NotificationOptions.Section), o))
            .ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<MailOptions>, MailOptionsValidator>()
            .AddSingleton<IMailSender, SmtpMailSender>()
            .AddSingleton(all => new NotificationSettings(
                all.GetRequiredService<IOptions<NotificationOptions>>().Value.WeeklyDigest
            ));
    }
}
